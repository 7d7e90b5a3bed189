// What is right whatever the code means. Kept in the first script, so that it needs no file of the bundle.

export function SafeProcedure() {
  return (
    <ol class="plain-steps">
      <li>先别再刷，也别让顾客再付。</li>
      <li>在机器上查“末笔查询”或“交易查询”，看这一笔有没有成功。</li>
      <li>有成功记录：已收款，重打小票。没有：请顾客看短信或账单。</li>
      <li>还不清楚：记下时间、金额、参考号，打机身贴纸上的客服电话。</li>
    </ol>
  );
}
