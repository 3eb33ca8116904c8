/** The letters a person is known by where there is no room for a name. */

/** `Айгерим Сериккызы` is `АС`; one word gives one letter. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => (Array.from(word)[0] ?? "").toUpperCase())
    .join("");
}
