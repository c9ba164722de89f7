import { columns, taxRate, total, words } from './columns';
import { type Draft } from './document';

/** What was added to accounts of the ledger in a month, in fen, with the ledger's signs. */
export type RevenueMonth = {
  readonly month: string;
  /** Taxes by rate. */
  readonly taxes: readonly { readonly basisPoints: number; readonly fen: number }[];
  readonly accounts: readonly { readonly account: RevenueAccount; readonly fen: number }[];
};

const names = {
  'platform:revenue': words('商品收入（不含税，已减退款）', 'Sales of goods, net of tax and refunds'),
  'platform:delivery_fees': words('配送费收入（不含税）', 'Delivery fees, net of tax'),
  'platform:recovered': words('由他方承担的退款', 'Refunds borne by others'),
  'platform:goods_cost': words('采购成本', 'Cost of goods'),
  'platform:commission': words('团长佣金', 'Leaders’ commission'),
  'platform:provider_fees': words('支付手续费', 'Payment providers’ fees'),
  'platform:subsidy': words('补贴', 'Subsidies'),
  'platform:adjustments': words('调整', 'Adjustments'),
} as const;
export type RevenueAccount = keyof typeof names;
export const revenueAccounts = Object.keys(names) as RevenueAccount[];

/** The merchant's month: what the platform's accounts of the ledger moved by, and the tax that is owed. */
export function revenueStatementOf({ month, taxes, accounts }: RevenueMonth): Draft {
  const resultFen = accounts.reduce((sum, { fen }) => sum + fen, 0);
  const taxFen = taxes.reduce((sum, { fen }) => sum + fen, 0);
  return {
    kind: 'revenue_statement',
    subject: `revenue_statement:${month}`,
    period: month,
    content: {
      title: words(`平台收入 ${month}`, `Revenue ${month}`),
      facts: [{ name: words('账期', 'Month'), value: month }],
      tables: [
        {
          title: words('收入与支出', 'Income and expense'),
          columns: [columns.what, columns.amount],
          rows: accounts.map(({ account, fen }) => [names[account], { fen }]),
          totals: [[total, { fen: resultFen }]],
        },
        {
          title: words('应缴税额', 'Tax owed'),
          columns: [{ ...columns.what, title: columns.taxRate.title }, columns.tax],
          rows: taxes.map(({ basisPoints, fen }) => [taxRate(basisPoints), { fen }]),
          totals: [[total, { fen: taxFen }]],
        },
      ],
      notes: [words('支出以负数表示。', 'What was spent is negative.')],
      totalFen: resultFen,
    },
  };
}
