/** Why a line is left to the calculation organisation by organisation: it asks what rows cannot. */
export class NotInColumns extends Error {
  override readonly name = "NotInColumns";
  /** Whether other values of the law may have an answer. */
  readonly isPassing: boolean;

  constructor(message: string, isPassing = false) {
    super(message);
    this.isPassing = isPassing;
  }
}
