// The screens that the first script does not carry.

import type { Library } from '../load/library.ts';
import { ArticleView } from './article-view.tsx';
import { BrowseView } from './browse-view.tsx';
import { CaseView } from './case-view.tsx';
import { CasesView } from './cases-view.tsx';
import { CustomerView } from './customer-view.tsx';
import { DrillView } from './drill-view.tsx';
import { LineGuide } from './line-guide.tsx';
import { MineView } from './mine-view.tsx';
import { PrintView } from './print-view.tsx';
import type { Route } from './route.ts';
import { StatusView } from './status-view.tsx';
import { TriageView } from './triage-view.tsx';

export function SecondScreen({ route, library }: { route: Route; library: Library | undefined }) {
  switch (route.kind) {
    case 'article':
      return <ArticleView id={route.id} />;
    case 'cases':
      return <CasesView />;
    case 'case':
      return <CaseView number={route.number} />;
    case 'status':
      return <StatusView />;
    case 'triage':
      return <TriageView id={route.id} />;
    case 'customer':
      return <CustomerView id={route.id} />;
    case 'browse':
      return library === undefined ? null : <BrowseView library={library} list={route.list} />;
    case 'mine':
      return <MineView />;
    case 'drill':
      return <DrillView />;
    case 'lines':
      return <LineGuide />;
    case 'print':
      return library === undefined ? null : <PrintView library={library} list={route.list} />;
    default:
      return null;
  }
}
