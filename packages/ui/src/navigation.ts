/** How a screen leads to another one without knowing what turns the pages. */
import { createContext, useContext } from "react";

/** Shows another address of the page: `/scenarios`. */
export type GoTo = (href: string) => void;

/** Where the page is, and the way to other addresses. */
export type Place = { readonly path: string; readonly goTo: GoTo };

/** The place of the page; without one around, the browser's own. */
export const PlaceContext = createContext<Place | null>(null);

/** The way to other addresses. */
export function useGoTo(): GoTo {
  return useContext(PlaceContext)?.goTo ?? ((href) => window.location.assign(href));
}

/** The address of the page without its query: `/scenarios/42`. */
export function usePath(): string {
  return useContext(PlaceContext)?.path ?? window.location.pathname;
}
