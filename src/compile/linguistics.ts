// What the index must know of the language, at build time only: how Han characters are read and which of them are
// traditional or variant forms. The tables that reach the phone are made from this, for characters that occur.

import { Converter } from 'opencc-js/t2cn';
import { customPinyin, pinyin } from 'pinyin-pro';

/** Terms of the trade whose reading pinyin-pro gets wrong or may get wrong; with tone marks, as it expects them. */
const TERMS: Record<string, string> = {
  重打: 'chóng dǎ',
  重刷: 'chóng shuā',
  重试: 'chóng shì',
  重印: 'chóng yìn',
  重启: 'chóng qǐ',
  重装: 'chóng zhuāng',
  重复: 'chóng fù',
  重新: 'chóng xīn',
  重输: 'chóng shū',
  重签: 'chóng qiān',
  重插: 'chóng chā',
  发卡行: 'fā kǎ háng',
  开户行: 'kāi hù háng',
  收单行: 'shōu dān háng',
  银行: 'yín háng',
  行号: 'háng hào',
  本行: 'běn háng',
  他行: 'tā háng',
  跨行: 'kuà háng',
  长按: 'cháng àn',
  校验: 'jiào yàn',
  校验错: 'jiào yàn cuò',
  降级: 'jiàng jí',
  调单: 'diào dān',
  冲正: 'chōng zhèng',
  传统: 'chuán tǒng',
  上传: 'shàng chuán',
  卡纸: 'qiǎ zhǐ',
  参数: 'cān shù',
  还款: 'huán kuǎn',
  还没: 'hái méi',
  没收到: 'méi shōu dào',
  没收款: 'méi shōu kuǎn',
  没扣: 'méi kòu',
  没刷: 'méi shuā',
  没打: 'méi dǎ',
  卡住: 'qiǎ zhù',
};

customPinyin(TERMS);

const HAN = /\p{Script=Han}/u;

const OPTIONS = { toneType: 'none', v: true } as const;

/**
 * How `text` is read: one syllable without tone for each Han character in it, in context, ü as v; '' for a character
 * without a known reading. Other characters give no entry.
 */
export function readPinyin(text: string): string[] {
  return pinyin(text, { ...OPTIONS, type: 'all' })
    .filter(({ origin }) => HAN.test(origin))
    .map(({ origin, pinyin }) => syllable(pinyin, origin));
}

/** All readings of one character without tones, the commonest first; none for what is not Han. */
export function readingsOf(character: string): string[] {
  if (!HAN.test(character)) return [];
  const readings = pinyin(character, { ...OPTIONS, type: 'array', multiple: true });
  return [...new Set(readings.map((reading) => syllable(reading, character)))].filter(
    (reading) => reading !== '',
  );
}

/** pinyin-pro gives a character that it does not know back as it is. */
function syllable(reading: string, character: string): string {
  return reading === character || !/^[a-z]+$/.test(reading) ? '' : reading;
}

const fromTaiwan = Converter({ from: 'tw', to: 'cn' });
const fromTraditional = Converter({ from: 't', to: 'cn' });

/** The blocks in which traditional and variant forms of common characters stand: CJK, extension A, compatibility. */
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
] as const;

/**
 * Traditional or variant character → the simplified one, for simplified characters that occur in `texts`. A variant
 * that occurs itself is listed, too: texts and queries are both folded, so the two forms find each other.
 */
export function variantsOf(texts: Iterable<string>): Map<string, string> {
  const occurring = new Set<string>();
  for (const text of texts) for (const character of text) occurring.add(character);
  const variants = new Map<string, string>();
  for (const [variant, simplified] of allVariants()) {
    if (occurring.has(simplified)) variants.set(variant, simplified);
  }
  return variants;
}

let known: Map<string, string> | undefined;

function allVariants(): Map<string, string> {
  if (known !== undefined) return known;
  known = new Map();
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const simplified = simplify(character);
      if (simplified !== character && [...simplified].length === 1) known.set(character, simplified);
    }
  }
  // 么 is the traditional form of 幺 and the simplified one of 麼: what others become stands for itself.
  for (const simplified of new Set(known.values())) known.delete(simplified);
  return known;
}

function simplify(character: string): string {
  const plain = character.normalize('NFKC');
  const once = fromTraditional(plain);
  return once === plain ? fromTaiwan(plain) : once;
}
