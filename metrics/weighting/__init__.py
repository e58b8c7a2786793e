"""Ways to arrive at weights: what each would give the children of a composite, and how far it can be relied on.

matrix                 scores of regions x children: what the methods that read figures take
ahp                    experts compare the children two by two
budget                 experts share out 100 points
pca                    principal components
entropy                children that tell regions apart more weigh more
critic                 the same, less for what another child already tells
benefit_of_the_doubt   every region has the weights that favour it, within bounds
equal_influence        every child correlates with the parent alike
"""
