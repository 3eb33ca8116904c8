/** The demonstration city that comes with the program. */
import { fileURLToPath } from "node:url";
import type { DemonstrationCity } from "../usecases/load-demonstration.ts";
import { readMethodologyWithDocuments } from "./read-methodology.ts";
import { readRegisterFolder } from "./read-register-folder.ts";

const FOLDER = fileURLToPath(new URL("../../demo/almaty", import.meta.url));
const METHODOLOGY = "kz/almaty";

/** Its files; the same from the source and from the built program. */
export const demonstrationCity: DemonstrationCity = {
  readMethodology: () => readMethodologyWithDocuments(METHODOLOGY),
  readRegister: (rules) => readRegisterFolder({ folder: FOLDER }, rules),
};
