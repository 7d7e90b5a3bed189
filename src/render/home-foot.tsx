// At the foot of the home screen: what was looked at last, and the way to everything kept on this phone.

import { favourites } from '../journal/favourites.ts';
import { recentArticles } from '../journal/recent.ts';
import { useMyLine } from './app-context.ts';
import { ICONS, Icon } from './icons.tsx';
import { MarkRows } from './mine-rows.tsx';
import { addressOf, type Route } from './route.ts';
import { useJournal } from './use-journal.ts';

/** Rows of each list on the home screen; the rest is a tap away. */
const SHOWN = 4;

export function HomeFoot() {
  const journal = useJournal();
  const line = useMyLine();
  const kept = journal === undefined ? [] : favourites(journal);
  const seen = journal === undefined ? [] : recentArticles(journal);
  return (
    <section class="home-foot" aria-label="我的">
      <MarkRows title="收藏" marks={kept.slice(0, SHOWN)} />
      <MarkRows title="最近看过" marks={seen.slice(0, SHOWN)} />
      <h2>我的</h2>
      <ul class="rows">
        <Way to={{ kind: 'mine' }} words="收藏、最近、没查到的、数据" />
        <Way to={{ kind: 'cases' }} words="记下的每一笔" />
        <Way to={{ kind: 'drill' }} words="新人练习，三次假故障" />
        <Way to={{ kind: 'print', list: line === 'unset' ? 'all' : line }} words="打印柜台卡" />
      </ul>
    </section>
  );
}

function Way({ to, words }: { to: Route; words: string }) {
  return (
    <li>
      <a class="row" href={addressOf(to)}>
        <span class="grow">{words}</span>
        <Icon path={ICONS.next} />
      </a>
    </li>
  );
}
