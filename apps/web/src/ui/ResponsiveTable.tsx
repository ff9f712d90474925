import { VisuallyHidden } from '@mantine/core';
import type { HTMLAttributes, ReactNode, Ref } from 'react';
import styles from './ResponsiveTable.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  render: (row: Row, index: number) => ReactNode;
  /** Numbers stand at the end of their column. */
  isNumeric?: boolean;
  /** The column that names the row: a row header, and the title of the card on a phone. */
  isTitle?: boolean;
  /** Long words: on a phone they stand under their label, not beside it. */
  isWide?: boolean;
  /** The header is read aloud but not shown, and the card has no label (buttons). */
  isHeaderHidden?: boolean;
}

export interface ResponsiveTableProps<Row> {
  caption: string;
  isCaptionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** From `useListNavigation`, for instance. */
  rowProps?: (index: number) => HTMLAttributes<HTMLTableRowElement> & { ref?: Ref<HTMLTableRowElement> };
}

/** A table that becomes a list of cards below 768 px. The roles are written out because the cards change `display`. */
export function ResponsiveTable<Row>({ caption, isCaptionHidden, columns, rows, rowKey, rowProps }: ResponsiveTableProps<Row>) {
  return (
    <table className={styles.table} role="table">
      <caption>{isCaptionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={column.isNumeric ? styles.end : undefined}>
              {column.isHeaderHidden ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row)} role="row" className={styles.row} {...rowProps?.(index)}>
            {columns.map((column) => column.isTitle
              ? <th key={column.key} role="rowheader" scope="row"><div>{column.render(row, index)}</div></th>
              : (
                <td key={column.key} role="cell" data-label={column.isHeaderHidden ? undefined : column.header} data-wide={column.isWide || undefined} className={column.isNumeric ? styles.end : undefined}>
                  <div>{column.render(row, index)}</div>
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
