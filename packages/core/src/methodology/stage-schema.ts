/** The shape of stages in documents, format version 1. */
import { z } from "zod";
import { code, date, decimal, expression, id, label, provenance, unit } from "./document-fields.ts";

const rounding = z.enum(["half-up", "half-even", "down", "up"]);
const lines = z.array(id).min(1);
const by = z.array(id).optional();
const amountPlaces = z.int().min(-9).max(2);
const ratePlaces = z.int().min(0).max(18);
const leftOver = z.enum(["largest-remainder", "leave", "last"]);

const common = {
  stage: id,
  label,
  order: z.int().min(0).max(9999),
  validFrom: date.optional(),
  validTo: date.optional(),
  knownFrom: date.optional(),
  cause: code.optional(),
  switch: expression.optional(),
  ...provenance,
};

const changing = {
  ...common,
  lines,
  when: expression.optional(),
  rounding: rounding.optional(),
  places: amountPlaces.optional(),
};

const per = z.enum(["line", "organisation"]).optional();

const bound = { ...changing, per, bound: expression };

const category = z.strictObject({
  line: id,
  floor: expression.optional(),
  ceiling: expression.optional(),
});

const rate = z.strictObject({
  rate: id,
  label,
  unit,
  factor: expression.optional(),
  places: ratePlaces,
  rounding: rounding.optional(),
});

/** One stage; `kind` decides which fields it has. */
export const stage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("floor"), ...bound }),
  z.strictObject({ kind: z.literal("cap"), ...bound }),
  z.strictObject({
    kind: z.literal("floor-and-cap"),
    ...changing,
    per,
    by,
    floor: expression,
    cap: expression,
    shortfall: z.enum(["envelope", "scale", "refuse"]),
  }),
  z.strictObject({
    kind: z.literal("pool"),
    ...changing,
    lines: lines.optional(),
    by,
    collect: expression.optional(),
    amount: expression.optional(),
    weight: expression,
    into: id,
    sharePlaces: ratePlaces.optional(),
    leftOver: leftOver.optional(),
  }),
  z.strictObject({
    kind: z.literal("fill"),
    ...changing,
    lines: lines.optional(),
    by,
    change: expression,
    categories: z.array(category).min(1),
    leftOver: z.enum(["refuse", "leave", "last"]).optional(),
  }),
  z.strictObject({
    kind: z.literal("fit"),
    ...changing,
    by,
    envelope: expression,
    direction: z.enum(["both", "down", "up"]).optional(),
    floor: expression.optional(),
    ceiling: expression.optional(),
    leftOver: leftOver.optional(),
    countsEstimates: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("limit"),
    ...common,
    lines,
    by,
    envelope: expression,
    countsEstimates: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("solve"),
    ...common,
    rates: z.array(rate).min(1),
    total: expression,
    target: expression,
    tolerance: expression.optional(),
    least: decimal,
    greatest: decimal,
    places: ratePlaces,
    approach: z.enum(["nearest", "not-above"]).optional(),
  }),
]);
