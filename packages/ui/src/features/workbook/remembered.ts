/** A choice that outlives the page, in this browser. */
import { useState } from "react";

/** The choice made last among the known ones, or the first; setting it remembers it. */
export function useRemembered<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...(readonly Choice[])],
): readonly [Choice, (choice: Choice) => void] {
  const key = `zhanbasy.${name}`;
  const [chosen, setChosen] = useState<Choice>(() => {
    const remembered = localStorage.getItem(key);
    return choices.find((choice) => choice === remembered) ?? choices[0];
  });
  const choose = (choice: Choice): void => {
    localStorage.setItem(key, choice);
    setChosen(choice);
  };
  return [chosen, choose];
}
