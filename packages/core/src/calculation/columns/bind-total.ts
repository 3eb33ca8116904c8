/** Sums and counts over organisations as figures: one value a group, for every row of the group. */
import { groupDimension, type TotalNode } from "../../methodology/index.ts";
import { addRatios, type Ratio, ZERO } from "../../money/index.ts";
import { codesOfBinding } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import { nobody } from "./counted.ts";
import { createDomain, type Domain, type KeyColumn, ORGANISATION_KEY } from "./domain.ts";
import {
  createFigure,
  NO_TRUTH,
  type NumberFigure,
  type NumberInput,
  numbersAt,
  sourcesOf,
  type TruthInput,
  truthsAt,
} from "./figure.ts";
import { boundOfTotal } from "./grain.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { fromRatios, type Numbers, ratioAt, WHOLE_LIMIT, whole } from "./numbers.ts";
import { type Binding, bindAttribute, type Scope } from "./scope.ts";

export function bindTotal(
  node: TotalNode,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  if ([...scope.bindings.values()].some(({ key }) => key?.startsWith("@"))) {
    throw new NotInColumns("a total under an attribute of whoever asks");
  }
  const members = memberRows(node, scope, domain, binder);
  const body: NumberInput | TruthInput =
    node.kind === "total"
      ? binder.number(node.body, scope, members.domain)
      : binder.truth(node.body, scope, members.domain);
  const groups = groupRows(node, scope, domain, members, binder);
  const compute = () => {
    const values = valuesOf(body);
    return { numbers: shownTo(addGroups(values, groups), values, groups), counted: nobody };
  };
  const reaches = [
    {
      figure: body.figure,
      spread: (asked: Uint8Array, marks: Uint8Array) => {
        const wanted = new Set<number>();
        asked.forEach((each, row) => {
          if (each === 1) wanted.add(groups.askedOf[row] as number);
        });
        groups.askedOfMember.forEach((group, row) => {
          if (wanted.has(group))
            marks[body.index === undefined ? row : (body.index[row] as number)] = 1;
        });
      },
    },
  ];
  const parts = { sources: sourcesOf([body]), reaches, compute };
  return createFigure(domain, parts, binder.figures);
}

/** Every organisation, with the codes in scope that the body reads. */
type MemberRows = {
  readonly domain: Domain;
  readonly bound: Domain;
  readonly boundIndex: Int32Array | undefined;
};

function memberRows(node: TotalNode, scope: Scope, domain: Domain, binder: Binder): MemberRows {
  const { everybody, organisations: everyone } = binder.register;
  const grain = boundOfTotal(node, scope, binder.grainOf);
  const { domain: bound, index } = binder.project(domain, grain);
  const people = everyone.ids.length;
  if (grain.length === 0) {
    return { domain: everybody, bound, boundIndex: index };
  }
  const size = people * bound.size;
  const keys = new Map<string, KeyColumn>();
  const organisations = new Int32Array(size);
  for (let row = 0; row < size; row += 1) organisations[row] = row % people;
  keys.set(ORGANISATION_KEY, { codes: organisations, count: people });
  for (const [name, { codes, count }] of bound.keys) {
    const spread = new Int32Array(size);
    for (let row = 0; row < size; row += 1) {
      spread[row] = codes[(row - (row % people)) / people] as number;
    }
    keys.set(name, { codes: spread, count });
  }
  return { domain: createDomain(size, keys), bound, boundIndex: index };
}

/** Which group each row asks for and each member belongs to. */
type GroupRows = {
  readonly count: number;
  /** -1 where the row has no group. */
  readonly groupOf: Int32Array;
  readonly groupOfMember: Int32Array;
  /** Groups that are worked out together: all of them, but for those the scope fixes. */
  readonly askedOf: Int32Array;
  readonly askedOfMember: Int32Array;
};

function groupRows(
  node: TotalNode,
  scope: Scope,
  domain: Domain,
  members: MemberRows,
  binder: Binder,
): GroupRows {
  const { plan } = binder.law;
  const parts = node.by.map((by) => {
    const attribute = bindAttribute(by, binder.register);
    const fixed =
      scope.bindings.get(by) ?? scope.bindings.get(groupDimension(plan.methodology, by));
    return { attribute, asker: fixed ?? attribute, isFixed: fixed !== undefined };
  });
  const names = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const people = binder.register.organisations.ids.length;
  const boundOfMember = (row: number) => (row - (row % people)) / people;
  const boundOfRow = (row: number) =>
    members.boundIndex?.[row] ?? (members.bound.size === 1 ? 0 : row);
  const numbered = (
    at: Domain,
    boundOf: (row: number) => number,
    bindings: readonly Binding[],
  ): Int32Array => {
    const columns = bindings.map((binding) => ({
      binding,
      codes: codesOfBinding(binding, at, binder),
    }));
    return Int32Array.from({ length: at.size }, (_, row) => {
      const texts = columns.map(({ binding, codes }) => binding.textOf(codes[row] as number));
      return texts.includes(undefined) ? -1 : numberOf([boundOf(row), ...texts].join("|"));
    });
  };
  const fixedParts = parts.filter(({ isFixed }) => isFixed);
  const groupOf = numbered(
    domain,
    boundOfRow,
    parts.map(({ asker }) => asker),
  );
  const groupOfMember = numbered(
    members.domain,
    boundOfMember,
    parts.map(({ attribute }) => attribute),
  );
  const askedOf = numbered(
    domain,
    boundOfRow,
    fixedParts.map(({ asker }) => asker),
  );
  const askedOfMember = numbered(
    members.domain,
    boundOfMember,
    fixedParts.map(({ attribute }) => attribute),
  );
  // Who lacks a group is no member of any.
  askedOfMember.forEach((_, row) => {
    if (groupOfMember[row] === -1) askedOfMember[row] = -1;
  });
  return { count: names.size, groupOf, groupOfMember, askedOf, askedOfMember };
}

function valuesOf(body: NumberInput | TruthInput): Numbers {
  const values = body.figure.current();
  if ("numbers" in values) return numbersAt(body as NumberInput);
  const truths = truthsAt(body as TruthInput);
  return whole(
    Float64Array.from(truths, (each) => (each === NO_TRUTH ? Number.NaN : each)),
    1,
    1,
  );
}

/** The sum of each group; nothing where a member has no value. */
function addGroups(numbers: Numbers, { count, groupOfMember }: GroupRows): Numbers {
  if (numbers.kind === "whole") {
    const sums = new Float64Array(count);
    const sizes = new Float64Array(count);
    for (let row = 0; row < groupOfMember.length; row += 1) {
      const group = groupOfMember[row] as number;
      if (group < 0) continue;
      const value = numbers.values[row] as number;
      sums[group] = (sums[group] as number) + value;
      sizes[group] = (sizes[group] as number) + (value < 0 ? -value : value);
    }
    const bound = sizes.reduce((most, each) => (each > most ? each : most), 0);
    if (bound <= WHOLE_LIMIT) return whole(sums, numbers.denominator, bound);
  }
  const sums: (Ratio | undefined)[] = Array.from({ length: count }, () => ZERO);
  for (let row = 0; row < groupOfMember.length; row += 1) {
    const group = groupOfMember[row] as number;
    if (group < 0) continue;
    const [sum, value] = [sums[group], ratioAt(numbers, row)];
    sums[group] = sum && value && addRatios(sum, value);
  }
  return fromRatios(sums);
}

/** What rows see of their groups; a member without a value spoils all that is asked with it. */
function shownTo(sums: Numbers, values: Numbers, groups: GroupRows): Numbers {
  const spoilt = new Set<number>();
  groups.askedOfMember.forEach((group, row) => {
    if (group >= 0 && isAbsent(values, row)) spoilt.add(group);
  });
  const shown = Array.from(groups.groupOf, (group, row) =>
    group < 0 || spoilt.has(groups.askedOf[row] as number) ? undefined : ratioAt(sums, group),
  );
  return fromRatios(shown);
}

function isAbsent(numbers: Numbers, row: number): boolean {
  if (numbers.kind === "ratio") return numbers.values[row] === undefined;
  const value = numbers.values[row] as number;
  return Number.isNaN(value);
}
