"""What drives the result: which assumption moves the ranks, and which indicator moves the score.

certainty     how wide the bands are, and how often a level holds
sobol         first- and total-order indices of any model, by SALib
drivers       the same of a ranking: which source of uncertainty moves the ranks
leave_one_out what leaving out each indicator does to the ranks
influence     how much of the score each indicator decides, beside the weight it is given
correlations  between indicators, with flags; Cronbach's alpha
components    principal components
"""
