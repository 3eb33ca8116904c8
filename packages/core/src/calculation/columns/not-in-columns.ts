/** Why a line is left to the calculation organisation by organisation: it asks what rows cannot. */
export class NotInColumns extends Error {
  override readonly name = "NotInColumns";
}
