/**
 * The places that lines may stand at: an organisation and the district it is of. One that is of
 * another district in the later calculation has two, and only its lines move between them.
 */
import { CITYWIDE, type Model } from "../calculation/index.ts";
import { compareIds, present } from "../kernel/index.ts";
import { HEADCOUNTS, RULES } from "./causes.ts";
import type { Coalition, MixedInputs } from "./mixed-inputs.ts";
import type { Side } from "./mixed-sides.ts";

export type LinePlace = { readonly organisationId: string; readonly district: string };

export type LinePlaces = {
  readonly all: readonly LinePlace[];
  /** The numbers of the places of each organisation, by district. */
  readonly byOrganisation: readonly (readonly number[])[];
  /** The place of each organisation of a model, by its number in the register. */
  readonly ofModel: (model: Model) => Int32Array;
  /** The place of an amount outside the formulas, which needs no organisation of the mixture. */
  readonly ofEstimate: (organisationId: string, coalition: Coalition) => number;
};

/** The attribute by which organisations are added up on the map. */
const DISTRICT = "district";

export function createLinePlaces({ from, to, causes }: MixedInputs): LinePlaces {
  const [earlier, later] = [districtsIn(from), districtsIn(to)];
  const all: LinePlace[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (organisationId: string, district: string): number => {
    const name = `${organisationId}|${district}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = all.push({ organisationId, district }) - 1;
    numbers.set(name, number);
    return number;
  };
  const hasDistricts = [from, to].map(({ methodology }) => methodology.attributes.has(DISTRICT));
  const ids = new Set([
    ...[...earlier.keys(), ...later.keys()],
    ...[from, to].flatMap(({ snapshot }) => snapshot.estimates.map((each) => each.organisationId)),
  ]);
  for (const id of ids) {
    const districts = [earlier.get(id), later.get(id)].filter((each) => each !== undefined);
    for (const district of districts) numberOf(id, district);
    if (id === "") numberOf(id, CITYWIDE);
    else if (districts.length === 0 || hasDistricts.includes(false)) numberOf(id, "");
  }
  const isTaken = (cause: string, coalition: Coalition): boolean =>
    causes.some(
      (each, place) =>
        each.cause === cause && each.parameter === undefined && coalition[place] === true,
    );
  const known = new WeakMap<Model["register"]["organisations"], Int32Array>();
  return {
    ...{ all, byOrganisation: groupPlaces(all) },
    ofModel: ({ register }) => {
      const { organisations } = register;
      const found = known.get(organisations);
      if (found !== undefined) return found;
      const column = organisations.attributes.get(DISTRICT);
      const places = Int32Array.from(organisations.ids, (id, row) =>
        present(
          numbers.get(`${id}|${column?.texts[column.places[row] ?? -1] ?? ""}`),
          `a place of ${id}`,
        ),
      );
      known.set(organisations, places);
      return places;
    },
    ofEstimate: (id, coalition) => {
      if (id === "") return numberOf(id, CITYWIDE);
      const hasOne = hasDistricts[isTaken(RULES, coalition) ? 1 : 0] === true;
      const isLater = isTaken(HEADCOUNTS, coalition);
      const [own, other] = isLater ? [later, earlier] : [earlier, later];
      return numberOf(id, hasOne ? (own.get(id) ?? other.get(id) ?? "") : "");
    },
  };
}

function groupPlaces(all: readonly LinePlace[]): readonly (readonly number[])[] {
  const rows = new Map<string, number[]>();
  all.forEach(({ organisationId }, row) => {
    const own = rows.get(organisationId);
    if (own === undefined) rows.set(organisationId, [row]);
    else own.push(row);
  });
  const districtOf = (row: number): string => all[row]?.district ?? "";
  return [...rows.values()].map((own) =>
    own.toSorted((left, right) => compareIds(districtOf(left), districtOf(right))),
  );
}

function districtsIn({ snapshot }: Side): ReadonlyMap<string, string> {
  return new Map(
    snapshot.organisations.map(({ id, attributes }) => [id, attributes.get(DISTRICT) ?? ""]),
  );
}
