import { describe, expect, it } from 'vitest';
import { addBody } from '../../../src/query/body-tier.ts';
import { phraseCheck } from '../../../src/query/phrase-check.ts';
import { openEngine } from '../../../src/query/search-engine.ts';
import { lackingNone } from '../../../src/query/tolerance.ts';
import { tolerance } from '../../../src/query/tolerant-search.ts';
import { DOCUMENTS, documentOf, madeUpDocuments, sampleFiles } from '../index/sample-index.ts';
import { engineOf, OPTIONS, sampleEngine } from './sample-engine.ts';

const engine = sampleEngine();
const search = (query: string) => engine.search(query, OPTIONS);
const first = (query: string) => search(query).hits[0];
const ids = (query: string, match?: string) =>
  search(query)
    .hits.filter((hit) => match === undefined || hit.match === match)
    .map((hit) => hit.document.id);

describe('codes', () => {
  it.each([
    'E3',
    'e3',
    'Ｅ３',
    'E-3',
    'e 3',
    '【E3】',
    '错误码e3',
    'E3错误代码',
    'pos机显示e3怎么办',
    'err:E3',
  ])('finds the owner of %s', (query) => {
    expect(search(query).kind).toBe('exact-code');
    expect(first(query)?.document.id).toBe('codes/terminal/e3');
    expect(first(query)?.match).toBe('exact-code');
    expect(first(query)?.code).toBe('E3');
  });

  it.each(['AUTHCODEEXPIRE', 'AUTH_CODE_EXPIRE', 'auth.code.expire', 'AUTH CODE EXPIRE'])(
    'finds the owner of %s',
    (query) => {
      expect(first(query)?.document.id).toBe('codes/wechat/authcodeexpire');
    },
  );

  it('shows all owners of one code, card first, and asks for the channel', () => {
    expect(ids('05', 'exact-code')).toEqual(['codes/unionpay/05', 'codes/gateway/05']);
    expect(search('05').askChannel).toBe(true);
  });

  it('lets a channel word decide', () => {
    expect(ids('扫码05', 'exact-code')).toEqual(['codes/gateway/05']);
    expect(ids('刷卡05', 'exact-code')).toEqual(['codes/unionpay/05']);
    expect(search('扫码05').askChannel).toBe(false);
    expect(ids('支付宝 SYSTEM_ERROR', 'exact-code')).toEqual(['codes/alipay/acq.system_error']);
    expect(ids('SYSTEM_ERROR', 'exact-code')).toEqual(['codes/wechat/systemerror']);
  });

  it('does not answer 微信 91 with the card host', () => {
    expect(search('微信 91').kind).toBe('unknown-code');
    expect(ids('微信 91', 'exact-code')).toEqual([]);
    expect(ids('微信 91', 'similar-code')).toContain('codes/unionpay/91');
  });

  it('shows look-alikes as similar, never as the code', () => {
    expect(ids('3e', 'exact-code')).toEqual(['codes/ums/3e']);
    expect(ids('3e', 'similar-code')).toContain('codes/terminal/e3');
  });

  it.each(['E77', 'E03', '3000', 'O5', '错误码XK', '5', 'XML_FORMAT_ERROR'])(
    'answers the unknown %s with the procedure and no plain hit',
    (query) => {
      const { kind, hits } = search(query);
      expect(kind).toBe('unknown-code');
      expect(hits[0]?.match).toBe('procedure');
      expect(hits.slice(1).every(({ match }) => match === 'similar-code')).toBe(true);
    },
  );

  it('takes a screen text for a code where it is the whole query', () => {
    expect(search('签到失败').kind).toBe('exact-code');
    expect(search('缺 纸').kind).toBe('exact-code');
    expect(search('昨天签到失败了').kind).toBe('text');
  });

  it('shows a misspelt name as similar', () => {
    expect(first('authcodexpire')?.match).toBe('similar-code');
    expect(first('authcodexpire')?.document.id).toBe('codes/wechat/authcodeexpire');
  });
});

describe('text', () => {
  it.each([
    ['余额不足', 'codes/unionpay/51'],
    ['餘額不足', 'codes/unionpay/51'],
    ['余鹅不足', 'codes/unionpay/51'],
    ['yuebuzu', 'codes/unionpay/51'],
    ['yu e bu zu', 'codes/unionpay/51'],
    ['yebz', 'codes/unionpay/51'],
    ['yue不足', 'codes/unionpay/51'],
    ['签道失败', 'codes/terminal/sign-in-failed'],
    ['pos ji quezhi', 'codes/terminal/out-of-paper'],
    ['换一张', 'codes/unionpay/05'],
    ['发卡行不能', 'codes/unionpay/91'],
  ])('answers %s with %s', (query, id) => expect(first(query)?.document.id).toBe(id));

  it('marks what it found in the title, and no word that carries nothing', () => {
    const marked = (query: string) => {
      const hit = first(query);
      return hit?.titleRanges.map(({ start, end }) => hit.document.title.slice(start, end));
    };
    expect(marked('发卡行处理')).toEqual(['发卡行']);
    expect(marked('qiandao')).toEqual(['签到']);
    expect(marked('余额不足')).toEqual([]);
  });

  it('boosts the line of the merchant and hides nothing', () => {
    const own = engine.search('纸', { line: 'chuantong', limit: 10 }).hits[0]?.score ?? 0;
    const other = engine.search('纸', { line: 'dianqian', limit: 10 }).hits[0]?.score ?? 0;
    expect(own).toBeGreaterThan(other);
    expect(other).toBeGreaterThan(0);
  });

  it('answers nothing found with the procedure', () => {
    const { kind, hits } = search('qqqq');
    expect(kind).toBe('none');
    expect(hits[0]?.match).toBe('procedure');
    expect(search('').hits).toEqual([]);
  });
});

describe('a phrase', () => {
  const documents = [
    documentOf({ id: 'guides/a', title: '甲', body: '连接失败后重连接主机,主机失灵不算失败' }),
    documentOf({
      id: 'guides/b',
      title: '乙',
      body: '屏幕上写着連接主機失敗,这时候不用急,先看天线,再看信号,最后才重新开机',
    }),
    documentOf({ id: 'guides/c', title: '丙', body: '接主机失败就重连接' }),
  ];

  it('is looked for in the texts where several documents hold all its pairs', () => {
    const engine = engineOf(
      documents.map((one) => ({ ...one, body: one.body.replace('連接主機失敗', '连接主机失败') })),
    );
    expect(engine.search('连接主机失败', OPTIONS).hits[0]?.document.id).toBe('guides/b');
    engine.lackingPhrase = lackingNone;
    expect(engine.search('连接主机失败', OPTIONS).hits.map(({ document }) => document.id)).toContain(
      'guides/c',
    );
    expect(engine.search('连接主机失败', OPTIONS).hits[0]?.document.id).not.toBe('guides/b');
  });

  it('reads a bounded part of the texts', () => {
    const long = '连接主机失'.repeat(1000);
    const many = Array.from({ length: 30 }, (_, i) =>
      documentOf({ id: `guides/m${String(i).padStart(3, '0')}`, title: `第${i}`, body: `主机失败,${long}` }),
    );
    const engine = engineOf(many);
    let read = 0;
    engine.lackingPhrase = phraseCheck(engine, () => {
      read++;
      return `主机失败,${long}`;
    });
    expect(engine.search('连接主机失败', OPTIONS).hits).toHaveLength(10);
    expect(read).toBe(8);
  });
});

describe('other words', () => {
  const engine = engineOf([
    documentOf({ id: 'guides/a', title: '收错了怎么退', aliases: ['撤销', '隔天退'] }),
    documentOf({ id: 'guides/b', title: '几时到账', aliases: ['次日到账', '当天到账'] }),
    documentOf({ id: 'guides/c', title: '缺纸', aliases: ['装纸'] }),
  ]);

  it('find the names that share the most telling characters, where no pair is shared', () => {
    const { kind, hits } = engine.search('隔一天撤吗', OPTIONS);
    expect(kind).toBe('text');
    expect(hits[0]?.document.id).toBe('guides/a');
  });

  it('find nothing by a single character', () => expect(engine.search('撤得掉', OPTIONS).kind).toBe('none'));
});

describe('an answer', () => {
  const engine = engineOf([
    documentOf({
      id: 'codes/terminal/a',
      title: '读卡失败',
      money: 'not-charged',
      retry: 'yes',
      body: '先擦卡',
    }),
    documentOf({ id: 'codes/terminal/b', title: '接收失败', money: 'uncertain', retry: 'check-first' }),
    documentOf({ id: 'guides/c', title: '打印失败' }),
  ]);
  const sure = (query: string) => engine.search(query, OPTIONS).sure;

  it('is what a name says, or what a code is', () => {
    expect(sure('读卡失败')).toBe(true);
    expect(sure('打印失败怎么办')).toBe(true);
    expect(sampleEngine().search('e3', OPTIONS).sure).toBe(true);
  });

  it('is what several names say together', () => {
    const document = {
      id: 'codes/unionpay/45',
      title: '芯片坏了就换一张卡来刷',
      aliases: ['说降级交易不让做怎么办'],
      money: 'not-charged',
    };
    const chip = engineOf([
      documentOf(document),
      documentOf({ id: 'guides/c', title: '芯片', body: '降级' }),
    ]);
    const { hits, sure } = chip.search('芯片 降级', OPTIONS);
    expect([hits[0]?.document.id, sure]).toEqual(['codes/unionpay/45', true]);
    expect(chip.search('降级 不行了', OPTIONS).sure).toBe(false);
  });

  it('is not what a text merely mentions', () => {
    expect(engine.search('先擦卡', OPTIONS).hits[0]?.document.id).toBe('codes/terminal/a');
    expect(sure('先擦卡')).toBe(false);
    expect(sure('qqqq')).toBe(false);
  });

  it('is not that nothing was taken, to a query that says it was', () => {
    expect(engine.search('读卡失败还扣了钱', OPTIONS).hits[0]?.document.id).toBe('codes/terminal/a');
    expect(sure('读卡失败还扣了钱')).toBe(false);
    expect(sure('读卡失败了')).toBe(true);
    expect(sure('接收失败扣了钱')).toBe(true);
  });

  it('is not one of several where another is less lenient', () => {
    expect(engine.search('失败', OPTIONS).hits[0]?.document.id).toBe('codes/terminal/a');
    expect(sure('失败')).toBe(false);
    expect(sure('接收')).toBe(true);
  });
});

describe('a name with one sign too few', () => {
  const engine = engineOf([
    documentOf({ id: 'guides/a', title: '方法一：欧拉回路' }),
    documentOf({ id: 'guides/b', title: '方法一：欧拉路径' }),
    documentOf({ id: 'guides/c', title: '方法一：欧拉' }),
  ]);

  it.each(['方法一：欧拉径', '法一：欧拉路径', '方法一：欧拉路'])(
    'is found by %s before its neighbours',
    (query) => expect(engine.search(query, OPTIONS).hits[0]?.document.id).toBe('guides/b'),
  );
});

describe('a piece of a name that is cut from a word', () => {
  const engine = engineOf([
    documentOf({ id: 'guides/a', title: '怎么看TiFlash 性能怎样' }),
    documentOf({ id: 'guides/b', title: 'sh命令', body: '性能' }),
    documentOf({ id: 'guides/c', title: '第二步:定量' }),
    documentOf({ id: 'guides/d', title: '定一定', aliases: ['第二步'] }),
  ]);

  it.each(['sh 性', 'iflas', '步:定'])('is found by %s as it stands there', (query) => {
    const [hit] = engine.search(query, OPTIONS).hits;
    expect(hit?.document.title.toLowerCase()).toContain(query);
  });

  it('is marked', () => {
    expect(engine.search('iflas', OPTIONS).hits[0]?.titleRanges).toEqual([{ start: 4, end: 9 }]);
  });

  it('does not stand before words that are found whole', () => {
    expect(engine.search('sh', OPTIONS).hits[0]?.document.id).toBe('guides/b');
  });
});

describe('an index without codes', () => {
  it('has no unknown code', () => {
    const engine = engineOf([documentOf({ id: 'guides/a', title: '错误:1. 忘了重启' })]);
    const { kind, hits } = engine.search('错误:1. 忘了重启', OPTIONS);
    expect(kind).toBe('text');
    expect(hits[0]?.document.id).toBe('guides/a');
  });
});

describe('an engine', () => {
  it('answers from tier 0 alone and takes bodies in any order', () => {
    const files = sampleFiles(madeUpDocuments(2000));
    const engine = openEngine([...files.lookup].reverse());
    if (!engine.ok) throw new Error(engine.problem.message);
    const wanted = madeUpDocuments(2000)[1500];
    expect(engine.value.search(wanted?.title ?? '', OPTIONS).hits[0]?.document.id).toBe(wanted?.id);
    for (const file of [...files.body].reverse()) expect(addBody(engine.value, file).ok).toBe(true);
    const phrase = wanted?.body.slice(0, 8) ?? '';
    expect(engine.value.search(phrase, OPTIONS).hits[0]?.document.id).toBe(wanted?.id);
  });

  it('answers a code from the table of codes alone until the tolerant search is attached', () => {
    const withMention = [...DOCUMENTS, documentOf({ id: 'guides/zz', title: 'E3那几种说法' })];
    const engine = openEngine(sampleFiles(withMention).lookup);
    if (!engine.ok) throw new Error(engine.problem.message);
    const alone = engine.value.search('屏幕显示E3', OPTIONS);
    expect(alone.hits.map(({ document }) => document.id)).toEqual(['codes/terminal/e3']);
    expect([alone.kind, alone.sure, alone.work]).toEqual(['exact-code', true, 0]);
    engine.value.tolerance = tolerance;
    const [first, ...related] = engine.value.search('屏幕显示E3', OPTIONS).hits;
    expect(first).toEqual(alone.hits[0]);
    expect(related.map(({ document }) => document.id)).toContain('guides/zz');
  });

  it('gives summaries by id and all documents in order', () => {
    expect([...engine.documents()].map(({ id }) => id)).toEqual(DOCUMENTS.map(({ id }) => id));
    for (const { id, title } of DOCUMENTS) expect(engine.summary(id)?.title).toBe(title);
    expect(engine.summary('codes/terminal/e9')).toBeUndefined();
    expect(engine.summary('zzz')).toBeUndefined();
  });

  it('refuses a body of another build', () => {
    const other = sampleFiles(madeUpDocuments(20)).body[0] ?? new Uint8Array();
    const added = addBody(engine, other);
    expect(added.ok ? '' : added.problem.kind).toBe('other-build');
  });

  it('says which file is missing', () => {
    const { lookup } = sampleFiles();
    const opened = openEngine(lookup.slice(0, 2));
    expect(opened.ok ? '' : opened.problem.kind).toBe('incomplete');
    const none = openEngine([]);
    expect(none.ok ? '' : none.problem.kind).toBe('incomplete');
  });
});
