/** The name of an organisation without its legal form, where the form would hide the name. */

const QUOTED = /«(.+)»/u;

/** `КГУ «Гимназия № 5»` is `Гимназия № 5`; a name without quotes stays as it is. */
export function shortName(name: string): string {
  return QUOTED.exec(name)?.[1] ?? name;
}

/** The same with a capital letter at the beginning. */
export function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}
