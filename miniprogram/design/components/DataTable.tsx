import { type CSSProperties, type ReactNode } from 'react';
import { classNames } from '../classNames';
import { formatCount } from '../format/count';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Share of the width on a wide screen and on paper: `2fr`, `96px`; one share unless told. */
  readonly width?: string;
  /** Figures stand at the right, one under the other. */
  readonly figure?: boolean;
  /** What the row is about: the first line of it on a phone. */
  readonly main?: boolean;
};

type DataTableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** Rows and columns on a wide screen and on paper; on a phone each row is a few named facts. */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  const style = { '--columns': columns.map(({ width = '1fr' }) => width).join(' ') } as CSSProperties;
  return (
    <Box role="table" label={label} className="lt-table" style={style}>
      <Box role="row" className="lt-table__head">
        {columns.map(({ key, title, figure }) => (
          <Box key={key} role="columnheader" className={classNames(figure && 'lt-table__figure')}>
            <Words>{title}</Words>
          </Box>
        ))}
      </Box>
      {rows.map((row) => (
        <Box key={keyOf(row)} role="row" className="lt-table__row">
          {columns.map(({ key, title, cell, figure, main }) => (
            <Box
              key={key}
              role="cell"
              className={classNames(
                'lt-table__cell',
                figure && 'lt-table__figure',
                main && 'lt-table__cell--main',
              )}
            >
              {!main && (
                <Words decorative className="lt-table__name">
                  {title}
                </Words>
              )}
              <Box className="lt-table__value">{wrapped(cell(row))}</Box>
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

const wrapped = (cell: ReactNode): ReactNode => {
  if (typeof cell === 'number') return <Words>{formatCount(cell)}</Words>;
  return typeof cell === 'string' ? <Words>{cell}</Words> : cell;
};
