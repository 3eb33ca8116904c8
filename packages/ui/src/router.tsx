/**
 * Addresses of the page and the screen of each. Screens are loaded when they are asked for, so that
 * whoever signs in does not wait for sheets. They know addresses only through `navigation.ts`.
 */
import {
  type AnyRouter,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
  useParams,
  useRouter,
} from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useMemo } from "react";
import { RouterProvider as LinkRouter } from "react-aria-components";

import { NewestRun } from "./features/run/newest-run.tsx";
import { RunView } from "./features/run/run-view.tsx";
import { PageFrame } from "./features/shell/page-frame.tsx";
import { GoHome, UnknownScreen } from "./features/shell/plain-screens.tsx";
import { RoleGate } from "./features/shell/role-gate.tsx";
import { CITY_ROLES, OVERSEEING_ROLES } from "./features/shell/sections.ts";
import { usePerson } from "./features/shell/session.ts";
import { SessionGate } from "./features/shell/session-gate.tsx";
import { BrokenScreen, LoadingScreen } from "./features/workbook/screens.tsx";
import { PlaceContext } from "./navigation.ts";

const SHOW_LOADING_AFTER_MS = 150;

const root = createRootRoute({ component: Root, notFoundComponent: Unknown });

/** For everybody, with or without a session. */
const outside = [
  createRoute({
    getParentRoute: () => root,
    path: "/reset",
    component: lazyRouteComponent(
      () => import("./features/sign-in/reset-request-screen.tsx"),
      "ResetRequestScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reset/$token",
    component: lazyWith("token", async () => {
      const { ResetScreen } = await import("./features/sign-in/reset-screen.tsx");
      return (token) => <ResetScreen key={token} token={token} />;
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/invitation/$token",
    component: lazyWith("token", async () => {
      const { InvitationScreen } = await import("./features/sign-in/invitation-screen.tsx");
      return (token) => <InvitationScreen key={token} token={token} />;
    }),
  }),
];

/** For who is signed in; everybody else is asked to sign in at the same address. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Inside });

/** In the frame of a page to scroll. */
const paged = createRoute({ getParentRoute: () => inside, id: "paged", component: Paged });

/** For those who see the whole city. */
const city = createRoute({ getParentRoute: () => paged, id: "city", component: City });

/** For those who see who is who. */
const overseeing = createRoute({ getParentRoute: () => paged, id: "over", component: Overseeing });

const cityScreens = [
  createRoute({
    getParentRoute: () => city,
    path: "/scenarios",
    component: lazyRouteComponent(
      () => import("./features/scenarios/scenario-list-screen.tsx"),
      "ScenarioListScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => city,
    path: "/scenarios/$scenarioId",
    component: lazyWith("scenarioId", async () => {
      const { ScenarioScreen } = await import("./features/scenarios/scenario-screen.tsx");
      return (scenarioId) => <ScenarioScreen key={scenarioId} scenarioId={scenarioId} />;
    }),
  }),
  createRoute({
    getParentRoute: () => city,
    path: "/publications",
    component: lazyRouteComponent(
      () => import("./features/publications/publication-list-screen.tsx"),
      "PublicationListScreen",
    ),
  }),
];

const overseeingScreens = [
  createRoute({
    getParentRoute: () => overseeing,
    path: "/people",
    component: lazyRouteComponent(
      () => import("./features/people/people-screen.tsx"),
      "PeopleScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => overseeing,
    path: "/journal",
    component: lazyRouteComponent(
      () => import("./features/journal/journal-screen.tsx"),
      "JournalScreen",
    ),
  }),
];

const OwnScreen = lazy(async () => ({
  default: (await import("./features/own/own-screen.tsx")).OwnScreen,
}));

const ROUTES = root.addChildren([
  ...outside,
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: "/", component: Home }),
    createRoute({ getParentRoute: () => inside, path: "/sign-in", component: GoHome }),
    createRoute({ getParentRoute: () => inside, path: "/runs/$runId", component: RunById }),
    paged.addChildren([
      city.addChildren(cityScreens),
      overseeing.addChildren(overseeingScreens),
      createRoute({
        getParentRoute: () => paged,
        path: "/account",
        component: lazyRouteComponent(
          () => import("./features/account/account-screen.tsx"),
          "AccountScreen",
        ),
      }),
    ]),
  ]),
]);

/** What turns the pages, over the addresses of the browser. */
export function createPageRouter(): AnyRouter {
  return createRouter({
    routeTree: ROUTES,
    defaultPendingComponent: LoadingScreen,
    defaultPendingMs: SHOW_LOADING_AFTER_MS,
    defaultPendingMinMs: 0,
    defaultErrorComponent: BrokenScreen,
  });
}

/** A screen that is loaded when it is asked for, drawn with a part of its address. */
function lazyWith(
  name: string,
  load: () => Promise<(value: string) => ReactElement>,
): ReturnType<typeof lazyRouteComponent> {
  return lazyRouteComponent(async () => {
    const draw = await load();
    return { default: () => draw(useParam(name)) };
  });
}

function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name] ?? "";
}

/** Links and screens find here where they are and how to go elsewhere. */
function Root(): ReactElement {
  const router = useRouter();
  const { pathname } = useLocation();
  const place = useMemo(() => {
    const goTo = (href: string): void => void router.navigate({ href });
    return { path: pathname, goTo };
  }, [router, pathname]);
  return (
    <LinkRouter navigate={place.goTo}>
      <PlaceContext value={place}>
        <Outlet />
      </PlaceContext>
    </LinkRouter>
  );
}

function Inside(): ReactElement {
  return (
    <SessionGate>
      <Outlet />
    </SessionGate>
  );
}

function Paged(): ReactElement {
  return (
    <PageFrame>
      <Outlet />
    </PageFrame>
  );
}

function City(): ReactElement {
  return (
    <RoleGate roles={CITY_ROLES}>
      <Outlet />
    </RoleGate>
  );
}

function Overseeing(): ReactElement {
  return (
    <RoleGate roles={OVERSEEING_ROLES}>
      <Outlet />
    </RoleGate>
  );
}

/** A director sees what is theirs; everybody else, the newest calculation of the city. */
function Home(): ReactElement {
  if (usePerson().role !== "director") return <NewestRun />;
  return (
    <PageFrame>
      <Suspense>
        <OwnScreen />
      </Suspense>
    </PageFrame>
  );
}

function RunById(): ReactElement {
  const runId = useParam("runId");
  return usePerson().role === "director" ? (
    <PageFrame>
      <RoleGate roles={CITY_ROLES}>{null}</RoleGate>
    </PageFrame>
  ) : (
    <RunView key={runId} runId={runId} />
  );
}

function Unknown(): ReactElement {
  return (
    <SessionGate>
      <PageFrame>
        <UnknownScreen />
      </PageFrame>
    </SessionGate>
  );
}
