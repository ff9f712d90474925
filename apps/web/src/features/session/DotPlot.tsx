import styles from './session.module.css';

const WIDTH = 132;
const HEIGHT = 26;
const EDGE = 6;

interface DotPlotProps {
  /** Totals of the sheets in hundredths. */
  totals: readonly number[];
  average: number | null;
  /** Both ends of the picture in hundredths; the same for all dossiers of a table, so that rows can be compared. */
  from: number;
  to: number;
}

/** One dot for each sheet and a bar at the average. A picture only: the numbers stand in the table of the dossier. */
export function DotPlot({ totals, average, from, to }: DotPlotProps) {
  if (totals.length === 0) return null;
  const x = (points: number) => EDGE + ((points - from) / (to - from)) * (WIDTH - 2 * EDGE);
  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden focusable="false">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} className={styles.plotLine} />
      {average !== null && <line x1={x(average)} x2={x(average)} y1={2} y2={HEIGHT - 2} className={styles.plotAverage} />}
      {totals.map((points, index) => <circle key={index} cx={x(points)} cy={HEIGHT / 2} r={4.5} className={styles.plotDot} />)}
    </svg>
  );
}
