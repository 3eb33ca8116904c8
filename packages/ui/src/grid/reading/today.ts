/** The day that a moment falls on where the person is. */

/** `2026-02-12`. */
export function todayOf(moment: Date): string {
  const day = [moment.getMonth() + 1, moment.getDate()].map((number) =>
    String(number).padStart(2, "0"),
  );
  return [String(moment.getFullYear()).padStart(4, "0"), ...day].join("-");
}
