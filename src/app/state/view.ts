import { createStore } from 'zustand/vanilla';
import type { Status } from '../../engine/chain/index.ts';
import type { Severity } from '../../engine/checks/index.ts';

export type Tab = 'chain' | 'overview' | 'findings' | 'rules' | 'files';
/** Which pane a narrow screen shows; on wide ones all stand side by side. */
export type Pane = 'list' | 'main' | 'inspector' | 'forecast' | 'patch';
/** What stands under the picture of a chain. */
export type Drawer = 'changes' | 'forecast' | 'text';
/** What the inspector tells of the chosen chain while nothing is selected. */
export type Facet = 'story' | 'explain' | 'targets' | 'config' | 'rules';
export type DialogName = 'paste' | 'url' | 'error' | 'share' | 'clear' | 'search' | 'keys';

export interface Filter {
  text: string;
  kind: string;
  namespace: string;
  status: Status | '';
}
export const NO_FILTER: Filter = { text: '', kind: '', namespace: '', status: '' };

/** Which findings the list shows. */
export interface FindingFilter {
  text: string;
  severity: Severity | '';
  code: string;
}

/** A file and the line (1-based) it is opened at. */
export interface Editing {
  path: string;
  line: number;
  /** The focus stays where it is: in the picture, whose text this is. */
  unfocused?: true;
}

/** How much one picture shows beside a single chain. */
export type Scope = { show: 'all' } | { show: 'namespace'; namespace: string } | { show: 'workload'; workload: string };
export const EVERYTHING: Scope = { show: 'all' };

/** What is looked at; never part of the truth, kept with the saved work for convenience. */
export interface View {
  tab: Tab;
  pane: Pane;
  /** Changes are shown once there are some. */
  drawer: Drawer | null;
  chain: string | null;
  /** Of the tab of all chains. */
  scope: Scope;
  /** Namespaces whose lanes are folded away there. */
  folded: readonly string[];
  /** Id of a node, row or edge in the picture, or `link:` and a link's id where the picture has no edge for it. */
  selection: string | null;
  facet: Facet;
  filter: Filter;
  findings: FindingFilter;
  /** The picture and the story of the chain as it is, or as the pending changes make it. */
  moment: 'before' | 'after';
  diff: 'unified' | 'split';
  dialog: DialogName | null;
  /** The inspector lies over the picture on middle-sized screens; open without a selection when asked for. */
  details: boolean;
  /** Step of the tour that is shown, 0-based. */
  tour: number | null;
  /** The file that is changed by hand; another object whenever a line is to be gone to. */
  editing: Editing | null;
  /** The same of the text under the picture. */
  text: Editing | null;
  /** Text the paste dialog opens with. */
  pasted: string;
}

export const FIRST_VIEW: View = {
  tab: 'chain',
  pane: 'list',
  drawer: 'changes',
  chain: null,
  scope: EVERYTHING,
  folded: [],
  selection: null,
  facet: 'story',
  filter: NO_FILTER,
  findings: { text: '', severity: '', code: '' },
  moment: 'after',
  diff: 'unified',
  dialog: null,
  details: false,
  tour: null,
  editing: null,
  text: null,
  pasted: '',
};
export const createViewStore = () => createStore<View>()(() => FIRST_VIEW);
