/** Tables of steps and corners: dated points, strictly ascending by where they begin. */
import { issue, type Place, present } from "../kernel/index.ts";
import { compareRatios, findUnit } from "../money/index.ts";
import {
  buildDated,
  type DatedContext,
  referDimensions,
  referFigure,
  reportOverlaps,
} from "./build-dated-value.ts";
import { referCause } from "./cause.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Table, TablePoint, TableValue } from "./methodology.ts";

type TableDocument = NonNullable<MethodologyDocument["tables"]>[number];
type ValueDocument = TableDocument["values"][number];

export function buildTables(
  definitions: Definitions,
  context: DatedContext,
): ReadonlyMap<string, Table> {
  const entries = byName(
    definitions.section("tables"),
    "table",
    ({ table }) => table,
    context.report,
  );
  return new Map([...entries].map(([id, entry]) => [id, buildTable(entry, context)]));
}

function buildTable({ value, place, layer }: Entry<TableDocument>, context: DatedContext): Table {
  const { table: id, label, operandUnit, unit, cause, dimensions = [] } = value;
  referCause(cause, place, context.codeLists, context.report);
  referDimensions(dimensions, inside(place, "dimensions"), context);
  const built = {
    id,
    label,
    operandUnit: present(findUnit(operandUnit), `${operandUnit} is not a unit`),
    unit: present(findUnit(unit), `${unit} is not a unit`),
    cause,
    dimensions,
    values: value.values.flatMap((each, position) =>
      buildValue(
        { value: each, place: inside(place, "values", position), layer },
        dimensions,
        context,
      ),
    ),
    place,
  };
  reportOverlaps(built, context.report);
  return built;
}

function buildValue(
  entry: Entry<ValueDocument>,
  dimensions: readonly string[],
  context: DatedContext,
): readonly TableValue[] {
  const dated = buildDated(entry, dimensions, context);
  const points = buildPoints(entry.value.points, inside(entry.place, "points"), context.report);
  return dated === undefined ? [] : [{ ...dated, points }];
}

/** A point that does not lie above the one before it is a fault. */
function buildPoints(
  written: ValueDocument["points"],
  place: Place,
  report: Reporter,
): readonly TablePoint[] {
  const points: TablePoint[] = [];
  written.forEach((digits, position) => {
    const from = referFigure(digits.from, inside(place, position, "from"), report);
    const value = referFigure(digits.value, inside(place, position, "value"), report);
    if (from === undefined || value === undefined) return;
    const last = points.at(-1);
    if (last !== undefined && compareRatios(from, last.from) <= 0) {
      const facts = { value: digits.from, earlier: last.digits.from };
      report(issue("table-unordered", inside(place, position, "from"), facts));
    }
    points.push({ from, value, digits });
  });
  return points;
}
