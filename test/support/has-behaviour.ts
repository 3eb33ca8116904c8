/**
 * Whether a module does something, so that it needs a test: read from its syntax, not from a list
 * kept by hand.
 */
import ts from "typescript";

/**
 * True unless the module only declares types, imports, and passes on the exports of other modules.
 */
export function hasBehaviour(text: string): boolean {
  const module = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest);
  return !module.statements.every(isWithoutBehaviour);
}

function isWithoutBehaviour(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEmptyStatement(statement) ||
    isAmbient(statement)
  );
}

/** `declare const brand: unique symbol;` exists for the compiler only. */
function isAmbient(statement: ts.Statement): boolean {
  const words = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return words.some((word) => word.kind === ts.SyntaxKind.DeclareKeyword);
}
