export type { Code, CodeList, CodeLists, Label, Language } from "./code-list.ts";
