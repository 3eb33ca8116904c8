/**
 * The directions of the house as rules: who may import whom. Each comment says what to do instead.
 *
 * Read LAYERS from left to right: a folder of core imports only folders to its left, by their index.ts.
 */
const LAYERS = [
  "kernel",
  "money",
  "time",
  "classification",
  "register",
  "methodology",
  "calculation",
  "scenario",
  "ledger",
  "codec",
  "wording",
];

const CORE_DEPENDENCIES = [
  "node_modules/decimal[.]js/",
  "node_modules/zod/",
  "node_modules/@noble/hashes/",
];
const OUTSIDE_CODE = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];

/** @type {(name: string, from: object, to: object, comment: string) => object} */
const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

const layerRules = LAYERS.slice(0, -1).map((layer, index) =>
  rule(
    `core-${layer}-looks-left-only`,
    { path: `^packages/core/src/${layer}/` },
    { path: `^packages/core/src/(${LAYERS.slice(index + 1).join("|")})/` },
    "Move the type that both need into the folder further left.",
  ),
);

export default {
  forbidden: [
    rule(
      "core-knows-nobody",
      { path: "^packages/core/" },
      { path: "^packages/(api|ui)/" },
      "Move what both need into core, or pass it in as an argument.",
    ),
    rule(
      "core-has-no-platform",
      { path: "^packages/core/src/" },
      { dependencyTypes: ["core"] },
      "Files, network, clock and environment belong to api; pass the value in.",
    ),
    rule(
      "core-has-three-dependencies",
      { path: "^packages/core/src/" },
      { dependencyTypes: OUTSIDE_CODE, pathNot: CORE_DEPENDENCIES },
      "Core stands on decimal.js, zod and @noble/hashes; another one needs a decision record first.",
    ),
    ...layerRules,
    rule(
      "core-folders-are-layers",
      { path: "^packages/core/src/" },
      { path: "^packages/core/src/[^/]+/", pathNot: `^packages/core/src/(${LAYERS.join("|")})/` },
      "Give the new folder its place in LAYERS above.",
    ),
    rule(
      "core-is-entered-by-an-index",
      { path: "^packages/core/src/([^/]+)/" },
      {
        path: "^packages/core/src/[^/]+/.+",
        pathNot: ["^packages/core/src/$1/", "^packages/core/src/[^/]+/index[.]ts$"],
      },
      "Export it from the index.ts of its folder, if it is meant for others.",
    ),
    rule(
      "core-index-opens-folders-only",
      { path: "^packages/core/src/index[.]ts$" },
      { path: "^packages/core/src/[^/]+/.+", pathNot: "^packages/core/src/[^/]+/index[.]ts$" },
      "Export it from the index.ts of its folder, and from there to the world.",
    ),
    rule(
      "core-is-used-by-its-name",
      { path: "^packages/(api|ui)/" },
      { path: "^packages/core/src/", pathNot: "^packages/core/src/index[.]ts$" },
      "Import it from @zhanbasy/core; export it there when it is missing.",
    ),
    rule(
      "api-does-not-know-ui",
      { path: "^packages/api/" },
      { path: "^packages/ui/" },
      "Send it over HTTP.",
    ),
    rule(
      "usecases-know-no-transport",
      { path: "^packages/api/src/usecases/" },
      { path: "^packages/api/src/(http|persistence|files|jobs|identity|cli)/" },
      "Describe what is needed as a port in usecases/ports.ts.",
    ),
    rule(
      "identity-knows-no-transport",
      { path: "^packages/api/src/identity/" },
      { path: "^packages/api/src/(http|files|jobs|cli|serve)/" },
      "Tell it in the ports of usecases/identity-ports.ts; routes turn it into answers.",
    ),
    rule(
      "only-identity-knows-the-sign-in-library",
      { path: "^packages/", pathNot: "^packages/api/src/identity/" },
      { path: "node_modules/(better-auth|@node-rs/argon2|nodemailer)/" },
      "Wrap it in api/src/identity.",
    ),
    rule(
      "ui-knows-only-the-contract",
      { path: "^packages/ui/" },
      { path: "^packages/api/src/", pathNot: "^packages/api/src/contract[.]ts$" },
      "Add the type to the contract.",
    ),
    rule(
      "ui-knows-only-types-of-api",
      { path: "^packages/ui/" },
      { path: "^packages/api/", dependencyTypesNot: ["type-only"] },
      "Write `import type`.",
    ),
    rule(
      "only-grid-knows-the-grid-library",
      { path: "^packages/ui/src/", pathNot: "^packages/ui/src/grid/" },
      { path: "ag-grid" },
      "Wrap it in ui/src/grid.",
    ),
    rule(
      "source-knows-no-tests",
      { path: "^(packages|scripts)/" },
      { path: "^test/" },
      "Move it into the source, or keep it in test/support.",
    ),
    rule("no-cycles", {}, { circular: true }, "Extract what both sides need."),
    rule(
      "no-orphans",
      {
        orphan: true,
        pathNot: [
          "[.]d[.]ts$",
          "main[.]tsx?$",
          "[.]config[.]m?[jt]s$",
          "^scripts/",
          "[.]test[.]ts$",
        ],
      },
      {},
      "Use it or delete it.",
    ),
    rule(
      "nothing-unresolvable",
      {},
      { couldNotResolve: true },
      "Declare the dependency, or export the file.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|dist-types|coverage)/" },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@zhanbasy/source", "types", "import", "default"],
    },
  },
};
