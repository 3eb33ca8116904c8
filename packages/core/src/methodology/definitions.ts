/**
 * Gathers the sections of all documents into one set of entries, base layer first.
 *
 * A later layer (a city on its country) adds to the earlier one and overrides what has the same
 * name; inside one layer a name may stand once. Wordings of one formula are told apart by their
 * validity, so a layer may hold several.
 */
import { decode, type Issue, issue, type Place } from "../kernel/index.ts";
import {
  type DocumentSection,
  documentSchema,
  FORMAT_VERSION,
  type Manifest,
  type MethodologyDocument,
  manifestSchema,
} from "./document-schema.ts";

/** A JSON document as read: its name for people and its content, not yet trusted. */
export type SourceDocument = { readonly file: string; readonly content: unknown };

/** One folder of documents. */
export type MethodologyLayer = {
  readonly manifest: SourceDocument;
  readonly documents: readonly SourceDocument[];
};

/** One definition and where it stands. */
export type Entry<Value> = { readonly value: Value; readonly place: Place; readonly layer: number };

type ListSection = Exclude<DocumentSection, "calendar" | "organisationIds">;
type Item<Section extends ListSection> = NonNullable<MethodologyDocument[Section]>[number];

export type Definitions = {
  readonly manifests: readonly Manifest[];
  readonly idSchemes: readonly NonNullable<MethodologyDocument["organisationIds"]>["scheme"][];
  readonly calendars: readonly Entry<NonNullable<MethodologyDocument["calendar"]>>[];
  readonly section: <Section extends ListSection>(name: Section) => readonly Entry<Item<Section>>[];
};

export type Reporter = (issue: Issue) => void;

/** Decodes every document; faults go to `report`, documents with faults are left out. */
export function gatherDefinitions(
  layers: readonly MethodologyLayer[],
  report: Reporter,
): Definitions {
  const manifests = layers.flatMap(({ manifest }) =>
    decodeDocument(manifestSchema, manifest, report),
  );
  const documents = layers.flatMap(({ documents: sources }, layer) =>
    sources.flatMap((source) =>
      decodeDocument(documentSchema, source, report).map((content) => ({
        content,
        layer,
        file: source.file,
      })),
    ),
  );
  return {
    manifests,
    idSchemes: documents.flatMap(({ content }) => content.organisationIds?.scheme ?? []),
    calendars: documents.flatMap(({ content, layer, file }) =>
      content.calendar === undefined
        ? []
        : [{ value: content.calendar, place: { file, path: ["calendar"] }, layer }],
    ),
    section: (name) =>
      documents.flatMap(({ content, layer, file }) =>
        ((content[name] ?? []) as readonly Item<typeof name>[]).map((value, position) => ({
          value,
          place: { file, path: [name, position] },
          layer,
        })),
      ),
  };
}

function decodeDocument<Content extends { readonly formatVersion: number }>(
  schema: Parameters<typeof decode<Content>>[0],
  { file, content }: SourceDocument,
  report: Reporter,
): readonly Content[] {
  const decoded = decode(schema, content, { file });
  if (!decoded.ok) {
    decoded.issues.forEach(report);
    return [];
  }
  const { formatVersion } = decoded.value;
  if (formatVersion === FORMAT_VERSION) return [decoded.value];
  const facts = { found: `${formatVersion}`, expected: `${FORMAT_VERSION}` };
  report(issue("document-version", { file, path: ["formatVersion"] }, facts));
  return [];
}

/** Entries by name: a later layer overrides, a second one in the same layer is a fault. */
export function byName<Value>(
  entries: readonly Entry<Value>[],
  kind: string,
  nameOf: (value: Value) => string,
  report: Reporter,
): ReadonlyMap<string, Entry<Value>> {
  const found = new Map<string, Entry<Value>>();
  for (const entry of entries) {
    const name = nameOf(entry.value);
    if (found.get(name)?.layer === entry.layer) {
      report(issue("definition-duplicate", entry.place, { name, kind }));
    } else {
      found.set(name, entry);
    }
  }
  return found;
}

/** The same place, deeper. */
export function inside(place: Place, ...steps: readonly (string | number)[]): Place {
  return { ...place, path: [...(place.path ?? []), ...steps] };
}

/** Entries by name, several to a name; the last layer that has a name brings all wordings of it. */
export function wordingsByName<Value>(
  entries: readonly Entry<Value>[],
  nameOf: (value: Value) => string,
): ReadonlyMap<string, readonly Entry<Value>[]> {
  const found = new Map<string, Entry<Value>[]>();
  for (const entry of entries) {
    const name = nameOf(entry.value);
    const kept = (found.get(name) ?? []).filter(({ layer }) => layer === entry.layer);
    found.set(name, [...kept, entry]);
  }
  return found;
}
