import Activity from '@lucide/svelte/icons/activity';
import Braces from '@lucide/svelte/icons/braces';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Clock from '@lucide/svelte/icons/clock';
import Database from '@lucide/svelte/icons/database';
import Dices from '@lucide/svelte/icons/dices';
import Droplet from '@lucide/svelte/icons/droplet';
import FileDown from '@lucide/svelte/icons/file-down';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Scale from '@lucide/svelte/icons/scale';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Sigma from '@lucide/svelte/icons/sigma';
import TypeIcon from '@lucide/svelte/icons/type';
import Users from '@lucide/svelte/icons/users';
import Waypoints from '@lucide/svelte/icons/waypoints';
import type { Component } from 'svelte';

/** The icons that kinds name; they come after the first paint. A name that is not here shows none. */
export const kindIcons: Readonly<Record<string, Component<{ size?: number }>>> = {
  activity: Activity,
  braces: Braces,
  'chart-column': ChartColumn,
  'chart-line': ChartLine,
  clock: Clock,
  database: Database,
  dices: Dices,
  droplet: Droplet,
  'file-down': FileDown,
  'list-checks': ListChecks,
  scale: Scale,
  sigma: Sigma,
  'sliders-horizontal': SlidersHorizontal,
  type: TypeIcon,
  users: Users,
  waypoints: Waypoints
};
