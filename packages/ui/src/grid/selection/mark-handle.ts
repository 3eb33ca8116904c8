/** The fill handle: the square at the lower right corner of what is selected. */

/** How far from the corner a pointer is still on the handle, in CSS pixels. */
const REACH = 6;

/** Whether a pointer is on the handle of a sheet. */
export function isOnHandle(
  { clientX, clientY }: Pick<MouseEvent, "clientX" | "clientY">,
  root: Element,
): boolean {
  const corner = root.querySelector(".ag-cell.sheet-corner")?.getBoundingClientRect();
  if (corner === undefined) return false;
  return Math.abs(clientX - corner.right) <= REACH && Math.abs(clientY - corner.bottom) <= REACH;
}
