// 我的: everything kept on this phone, in one place, with the ways to change it, to take it along and to delete it.

import { drillResults } from '../journal/drill.ts';
import { favourites } from '../journal/favourites.ts';
import { listIncidents } from '../journal/incident.ts';
import type { Journal } from '../journal/journal.ts';
import { recentArticles } from '../journal/recent.ts';
import { useMyLine } from './app-context.ts';
import { DataSection } from './data-section.tsx';
import { ICONS, Icon } from './icons.tsx';
import { LargeTypeButton } from './large-type-button.tsx';
import { LineChooser } from './line-chooser.tsx';
import { MissesSection } from './mine-misses.tsx';
import { MarkRows } from './mine-rows.tsx';
import { addressOf, type Route } from './route.ts';
import { useJournal } from './use-journal.ts';

export function MineView() {
  const journal = useJournal();
  if (journal === undefined) return <div class="waiting" aria-busy="true" />;
  return <Mine journal={journal} />;
}

function Mine({ journal }: { journal: Journal }) {
  const line = useMyLine();
  const kept = favourites(journal);
  const seen = recentArticles(journal);
  const cases = listIncidents(journal).length;
  const drills = drillResults(journal).length;
  return (
    <section class="mine">
      <h1>我的</h1>
      <p class="note">这里的东西只存在这台手机上，不会自己发出去。</p>
      <LineChooser />
      <div class="setting">
        <span class="grow">字的大小</span>
        <LargeTypeButton />
      </div>
      <ul class="rows">
        <Way to={{ kind: 'cases' }} words="记下的每一笔" count={cases} />
        <Way to={{ kind: 'drill' }} words="新人练习" count={drills} />
        <Way to={{ kind: 'print', list: line === 'unset' ? 'all' : line }} words="打印柜台卡" />
        <Way to={{ kind: 'status' }} words="离线准备得怎样" />
      </ul>
      <MarkRows title="收藏" marks={kept} />
      <MarkRows title="最近看过" marks={seen} />
      {kept.length + seen.length === 0 && (
        <p class="note">还没有收藏。打开一篇，点“收藏”，以后在这里和首页都找得到。</p>
      )}
      <MissesSection journal={journal} />
      <DataSection journal={journal} />
    </section>
  );
}

function Way({ to, words, count }: { to: Route; words: string; count?: number }) {
  return (
    <li>
      <a class="row" href={addressOf(to)}>
        <span class="grow">{words}</span>
        {count !== undefined && count > 0 && <span class="tag">{count}</span>}
        <Icon path={ICONS.next} />
      </a>
    </li>
  );
}
