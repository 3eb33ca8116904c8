/** The values a figure was made of, to any depth; what is open stays open for the next figure. */
import type { Translate } from "@zhanbasy/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import type { ExplainedNode } from "./explained-node.ts";
import type { FoldMemory } from "./fold-memory.ts";

/** The nodes of one level and how far they are open. */
export type ExplainedTreeProps = {
  readonly nodes: readonly ExplainedNode[];
  readonly folds: FoldMemory;
  readonly words: Translate;
  readonly depth?: number;
};

/** One level of values with everything that is open below it. */
export function ExplainedTree({
  nodes,
  folds,
  words,
  depth = 0,
}: ExplainedTreeProps): ReactElement {
  return (
    <ul className="explained-tree" data-depth={depth}>
      {nodes.map((node) => (
        <ExplainedItem key={node.place} {...{ node, folds, words, depth }} />
      ))}
    </ul>
  );
}

type ItemProps = Omit<Required<ExplainedTreeProps>, "nodes"> & { readonly node: ExplainedNode };

function ExplainedItem({ node, folds, words, depth }: ItemProps): ReactElement {
  const hasMore = node.inputs.length > 0 || node.grounds.length > 0;
  const isOpen = hasMore && folds.isOpen(node.place, depth === 0 && node.inputs.length > 0);
  const row = <ExplainedRow node={node} words={words} isOpen={hasMore ? isOpen : undefined} />;
  return (
    <li className="explained-item">
      {hasMore ? (
        <button
          type="button"
          className="explained-row"
          aria-expanded={isOpen}
          onClick={() => folds.setOpen(node.place, !isOpen)}
        >
          {row}
        </button>
      ) : (
        <div className="explained-row">{row}</div>
      )}
      {isOpen ? <Grounds texts={node.grounds} /> : null}
      {isOpen && node.inputs.length > 0 ? (
        <ExplainedTree nodes={node.inputs} folds={folds} words={words} depth={depth + 1} />
      ) : null}
    </li>
  );
}

function ExplainedRow({
  node,
  words,
  isOpen,
}: {
  readonly node: ExplainedNode;
  readonly words: Translate;
  readonly isOpen: boolean | undefined;
}): ReactElement {
  return (
    <>
      <span className="explained-arrow">
        {isOpen === undefined ? null : <Icon name={isOpen ? "chevron-down" : "chevron-right"} />}
      </span>
      <span className="explained-content">
        <span className="explained-line">
          <span className="explained-title">{node.title}</span>
          <span className="explained-value">{node.value}</span>
        </span>
        <span className="explained-line explained-small">
          <span className="explained-detail">{node.detail}</span>
          {node.status === undefined ? null : (
            <StatusMark status={node.status} word={words(`status.${node.status}`)} />
          )}
        </span>
      </span>
    </>
  );
}

function Grounds({ texts }: { readonly texts: readonly string[] }): ReactElement | null {
  const { t } = useTranslation();
  if (texts.length === 0) return null;
  return (
    <ul className="explained-grounds" aria-label={t("explanation.ground")}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
