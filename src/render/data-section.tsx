// 数据: everything as one file, out and in; delete everything; how much space it takes.

import { useEffect, useState } from 'preact/hooks';
import type { Journal } from '../journal/journal.ts';
import { type StorageUse, storageUse } from '../journal/storage-use.ts';
import { exportJournal } from '../journal/transfer.ts';
import { ImportFile } from './data-import.tsx';
import { byteWords } from './more-words.ts';
import { isoDay } from './print-model.ts';

export function DataSection({ journal }: { journal: Journal }) {
  return (
    <section class="data" aria-label="数据">
      <h2>数据</h2>
      <Use revision={journal.revision.get()} />
      <div class="actions">
        <button type="button" class="button quiet" onClick={() => download(journal)}>
          导出成文件
        </button>
        <ImportFile journal={journal} />
      </div>
      <p class="note">换手机：在旧手机导出，把文件传过去，在新手机导入。文件里没有卡号。</p>
      <DeleteAll journal={journal} />
    </section>
  );
}

function Use({ revision }: { revision: number }) {
  const [use, setUse] = useState<StorageUse>();
  useEffect(() => {
    let current = true;
    void storageUse().then((found) => {
      if (current) setUse(found);
    });
    return () => {
      current = false;
    };
  }, [revision]);
  return use === undefined ? null : (
    <p>
      占用 {byteWords(use.used)}，手册内容也算在里面。最多可用 {byteWords(use.quota)}。
    </p>
  );
}

function download(journal: Journal): void {
  const file = new Blob([exportJournal(journal, Date.now())], { type: 'application/json' });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `pos-${isoDay(Date.now())}.json`;
  link.click();
  // Browsers read it after the click: some only when the merchant has said where to.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function DeleteAll({ journal }: { journal: Journal }) {
  const [state, setState] = useState<'idle' | 'asking' | 'deleted' | 'unsaved'>('idle');
  const count = journal.list('').length;
  if (state === 'asking') {
    const deleteAll = async () => setState((await journal.deleteAll()) ? 'deleted' : 'unsaved');
    return (
      <div class="card" role="alertdialog" aria-label="删除全部">
        <p>
          <b>这台手机上的 {count} 条记录都会删掉</b>：记下的每一笔、收藏、最近、没查到的、设置。删了找不回来。
        </p>
        <div class="actions">
          <button type="button" class="button quiet" onClick={() => setState('idle')}>
            不删
          </button>
          <button type="button" class="button danger" onClick={deleteAll}>
            确定全部删除
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <div class="actions">
        <button type="button" class="button quiet" disabled={count === 0} onClick={() => setState('asking')}>
          删除全部
        </button>
      </div>
      {state === 'deleted' && <p role="status">已全部删除。手册内容还在，照常能查。</p>}
      {state === 'unsaved' && <p role="status">未能保存：屏幕上清掉了，手机上可能还留着。请再删一次。</p>}
    </>
  );
}
