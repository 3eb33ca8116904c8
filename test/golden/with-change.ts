/** Methodology documents in which one formula is worded, or one parameter valued, otherwise. */
import type { MethodologyLayer } from "../../packages/core/src/index.ts";

export type Change =
  | { readonly formula: string; readonly expression: string }
  | { readonly parameter: string; readonly value: string };

type Formula = { readonly formula: string };
type Parameter = { readonly parameter: string; readonly values: readonly object[] };
type Content = {
  readonly formulas?: readonly Formula[];
  readonly parameters?: readonly Parameter[];
};

export function withChange(
  layers: readonly MethodologyLayer[],
  change: Change,
): readonly MethodologyLayer[] {
  return layers.map(({ manifest, documents }) => ({
    manifest,
    documents: documents.map(({ file, content }) => ({
      file,
      content: changed(content as Content, change),
    })),
  }));
}

function changed(content: Content, change: Change): Content {
  if ("formula" in change) {
    const { formula: name, expression } = change;
    const formulas = content.formulas?.map((each) =>
      each.formula === name ? { ...each, expression } : each,
    );
    return formulas === undefined ? content : { ...content, formulas };
  }
  const parameters = content.parameters?.map((each) =>
    each.parameter === change.parameter
      ? { ...each, values: each.values.map((value) => ({ ...value, value: change.value })) }
      : each,
  );
  return parameters === undefined ? content : { ...content, parameters };
}
