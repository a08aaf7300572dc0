/**
 * The page's types and the engine's are the same. The page writes its own in
 * `web/engine/types.ts`; the engine's are derived from its Rust data when it is
 * built, and so for `web/overview/types.ts`. A field that one side adds, drops or renames fails to compile here.
 */
import type * as Made from '../../.cache/engine/wasm/taskyard';
import type * as MadeOverview from '../../.cache/engine/wasm/overview';
import type { Glue } from '../../web/engine/glue';
import type * as Page from '../../web/engine/types';
import type * as PageOverview from '../../web/overview/types';
import type { OverviewGlue } from '../../web/overview/work';

/** A type all the way down, with every field present and absent values as `null`. */
type Plain<T> = T extends string | number | boolean
  ? T
  : T extends null | undefined
    ? null
    : T extends readonly [infer A, infer B]
      ? [Plain<A>, Plain<B>]
      : T extends readonly (infer Item)[]
        ? Plain<Item>[]
        : { [Name in keyof T]-?: Plain<T[Name]> };

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Whether the type called `Name` is the same on both sides. */
type Agree<A, B> = Same<Plain<A>, Plain<B>>;

export const agreements: [
  Agree<Made.Place, Page.Place>,
  Agree<Made.Frame, Page.Frame>,
  Agree<Made.Diagnostic, Page.Diagnostic>,
  Agree<Made.TaskData, Page.TaskData>,
  Agree<Made.GraphData, Page.GraphData>,
  Agree<Made.Shape, Page.Shape>,
  Agree<Made.Edge, Page.Edge>,
  Agree<Made.Layout, Page.Layout>,
  Agree<Made.Picture, Page.Picture>,
  Agree<Made.Preview, Page.Preview>,
  Agree<Made.RunOptions, Page.RunOptions>,
  Agree<Made.TraceEvent, Page.TraceEvent>,
  Agree<Made.CallTotals, Page.CallTotals>,
  Agree<Made.RunResult, Page.RunResult>,
  Agree<Made.RunEvent, Page.RunEvent>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

/** The functions that the glue offers, as the page calls them. */
export function offers(made: Pick<typeof Made, 'initThreadPool' | 'preview' | 'draw' | 'writePicture' | 'run' | 'answer' | 'interrupt_address'>): Omit<Glue, 'default'> {
  return made;
}

export const overviews: [
  Agree<MadeOverview.Frame, PageOverview.Frame>,
  Agree<MadeOverview.LayerBox, PageOverview.LayerBox>,
  Agree<MadeOverview.Line, PageOverview.Line>,
  Agree<MadeOverview.Overview, PageOverview.Overview>,
] = [true, true, true, true];

/** The function of the overview's module, as the page calls it. */
export function offersOverview(made: Pick<typeof MadeOverview, 'overview'>): Omit<OverviewGlue, 'default'> {
  return made;
}
