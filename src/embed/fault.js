/** A failure that the event salary:error reports, with its code. */
export class Fault extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
