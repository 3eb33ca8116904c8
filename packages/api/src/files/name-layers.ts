/** Documents of a methodology by names that mean the same on every machine. */
import { dirname, relative, sep } from "node:path";
import type { MethodologyLayer, SourceDocument } from "@zhanbasy/core";

/**
 * The layers with each file named by its methodology and its place in the folder:
 * `kz/almaty/parameters/secondary.json`.
 */
export function nameLayers(layers: readonly MethodologyLayer[]): readonly MethodologyLayer[] {
  return layers.map(({ manifest, documents }) => {
    const named = ({ file, content }: SourceDocument): SourceDocument => {
      const inside = relative(dirname(manifest.file), file).split(sep).join("/");
      return { file: `${methodologyOf(manifest)}/${inside}`, content };
    };
    return { manifest: named(manifest), documents: documents.map(named) };
  });
}

function methodologyOf({ content }: SourceDocument): string {
  const isNamed = typeof content === "object" && content !== null && "methodology" in content;
  return isNamed ? String(content.methodology) : "";
}
