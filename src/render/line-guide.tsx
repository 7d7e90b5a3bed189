// 怎么分辨: three drawings, what to look at, and the choice itself. Who cannot tell leaves it open, and sees everything.

import { LINES, type Line } from '../bundle/article.ts';
import { type MyLine, setMyLine } from '../journal/my-line.ts';
import { useApp, useMyLine } from './app-context.ts';
import { Icon } from './icons.tsx';
import { LineDrawing } from './line-guide-drawings.tsx';
import { MORE_ICONS } from './more-icons.ts';
import { useJournal } from './use-journal.ts';
import { LINE_WORDS } from './words.ts';

const SIGNS: Record<Line, readonly string[]> = {
  dianqian: ['巴掌大，一只手握得住', '没有装纸的盖子，不出小票', '小屏，顾客在屏幕上签名'],
  chuantong: ['个头大，顶上有装纸的盖子', '一排一排的数字键', '小票打出来，顾客在纸上签名'],
  zhineng: ['一整块触摸屏，像手机', '几乎没有按键，点图标收款', '有的能打小票，有的不能'],
};

export function LineGuide() {
  const { navigation } = useApp();
  const journal = useJournal();
  const chosen = useMyLine();
  const choose = (line: MyLine) => {
    if (journal === undefined) return;
    void setMyLine(journal, line);
    navigation.back();
  };
  return (
    <section class="line-guide">
      <h1>我的是哪种机器？</h1>
      <p>看两样：屏幕是不是一整块能点的；有没有装纸的盖子。</p>
      {LINES.map((line) => (
        <section key={line} class="card line-card">
          <LineDrawing line={line} />
          <div class="grow">
            <h2>{LINE_WORDS[line]} POS</h2>
            <ul>
              {SIGNS[line].map((sign) => (
                <li key={sign}>{sign}</li>
              ))}
            </ul>
          </div>
          <button type="button" class="button quiet" onClick={() => choose(line)}>
            {chosen === line && <Icon path={MORE_ICONS.tick} />}
            我的是{LINE_WORDS[line]}
          </button>
        </section>
      ))}
      <div class="actions">
        <button type="button" class="button quiet" onClick={() => choose('unset')}>
          分不清，先不选
        </button>
      </div>
      <p class="note">不选也能查，三种机器的做法都会列出来。</p>
    </section>
  );
}
