import { type Column, DataTable } from '@/design/components/DataTable';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { stockTexts } from './texts';
import { isNearlyGone, type StockLine } from './useStockBooks';
import './stock.scss';

/** The stock of each offer; a tap on its name opens it. */
export function StockTable({ lines }: { lines: readonly StockLine[] }) {
  const t = useTexts(stockTexts);
  const figures = (['available', 'held', 'sold', 'initial', 'adjusted'] as const).map(
    (name): Column<StockLine> => ({
      key: name,
      title: t(name),
      figure: true,
      width: '88px',
      cell: (line) => line[name],
    }),
  );
  const columns: readonly Column<StockLine>[] = [
    { key: 'offer', title: t('offer'), main: true, cell: (line) => <Name line={line} /> },
    ...figures,
  ];
  return <DataTable label={t('low')} columns={columns} rows={lines} keyOf={({ offerId }) => offerId} />;
}

function Name({ line }: { line: StockLine }) {
  const t = useTexts(stockTexts);
  const say = useBilingual();
  const { offerId, title, pack, onSale, available } = line;
  return (
    <Tap onTap={() => openPage('/operator/offer/index', { offerId })} className="stock-name">
      <Words>{`${say(title)} · ${say(pack)}`}</Words>
      <Box className="lt-row lt-row--wrap">
        {!onSale && <Tag>{t('withdrawn')}</Tag>}
        {available === 0 && <Tag tone="tomato">{t('soldOut')}</Tag>}
        {isNearlyGone(line) && <Tag tone="yolk">{t('nearly')}</Tag>}
      </Box>
    </Tap>
  );
}
