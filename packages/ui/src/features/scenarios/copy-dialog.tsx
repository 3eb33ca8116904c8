/** A copy to go on with: a branch that stands on this scenario and may be edited. */
import { useQueryClient } from "@tanstack/react-query";
import type { ScenarioDetail } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";

import { ScenarioChangeDialog } from "./scenario-change-dialog.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { queueOf } from "./use-edit-queue.ts";

/** Edits that this scenario does not take any more go into the copy. */
export function CopyDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { scenario, person, queue } = useScenarioOnView();
  const client = useQueryClient();
  const moveEdits = (branch: ScenarioDetail): void => {
    const edits = queue.takeUnkept();
    if (edits.length > 0) queueOf(client, person.id, branch.id).add(edits, branch.revision);
  };
  return (
    <ScenarioChangeDialog
      change={{ kind: "branch", scenario }}
      onClose={onClose}
      onBranched={moveEdits}
    />
  );
}
