// The presenter's second window: what the first one tells it, and what it asks of the first.
//
// The two speak through a channel of the browser, so the second window needs neither the token nor the server.

export class Desk {
  /** `run(command)` is called for what the second window asks; `told()` gives what it is to know. */
  constructor(code, run, told) {
    this.told = told;
    this.channel = new BroadcastChannel(`teladan ${code}`);
    this.channel.onmessage = ({ data }) => {
      if (data.hello) this.tell();
      if (data.command) run(data.command);
    };
  }

  /** Tell the second window where the first one stands. */
  tell() {
    this.channel.postMessage({ told: this.told() });
  }
}

/** From the second window: call `heard(told)` for what the first tells; gives the function that asks a command of it. */
export function sitDown(code, heard) {
  const channel = new BroadcastChannel(`teladan ${code}`);
  channel.onmessage = ({ data }) => { if (data.told) heard(data.told); };
  channel.postMessage({ hello: true });
  return (command) => channel.postMessage({ command });
}
