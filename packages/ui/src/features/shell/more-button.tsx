/** The way to the next part of a list; absent where there is none. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import type { PagedRoute, Pages } from "./use-pages.ts";

/** Stands under the last row. */
export function MoreButton({
  pages,
}: {
  readonly pages: Pick<Pages<PagedRoute>, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
}): ReactElement | null {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <div className="card-more">
      <Button isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
        {t("shell.more")}
      </Button>
    </div>
  );
}
