/** A link that is shown once, to be handed over by the administrator. */
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";

/** It can be selected where the browser does not let the page copy. */
export function HandedLink({ link }: { readonly link: string }): ReactElement {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(link).then(() => setCopied(true));
  };
  return (
    <div className="form">
      <TextField
        label={t("people.link")}
        value={link}
        onChange={() => undefined}
        description={t("people.linkText")}
        rows={3}
        isReadOnly
      />
      {window.isSecureContext ? (
        <div className="form-actions form-actions-start">
          <Button onPress={copy}>{t("people.copy")}</Button>
          <span className="saved-word" role="status">
            {isCopied ? t("people.copied") : ""}
          </span>
        </div>
      ) : null}
    </div>
  );
}
