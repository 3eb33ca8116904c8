/**
 * The test document's window knows no `CSS.escape`, which controls that open ask for; our ids need
 * little of it.
 */
const page = document.defaultView;
if (page !== null && page.CSS === undefined) {
  Object.assign(page, {
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) },
  });
}
