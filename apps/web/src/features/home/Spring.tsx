import styles from './home.module.css';

const RINGS = [40, 92, 152, 220, 296, 380, 472];

/** The rings of a spring, behind the words of the front page. Decoration only. */
export function Spring() {
  return (
    <svg className={styles.spring} viewBox="-520 -300 1040 600" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">
      {RINGS.map((radius, index) => (
        <ellipse key={radius} rx={radius} ry={radius * 0.62} fill="none" stroke="var(--mantine-color-khoi-4)" strokeWidth={2.5 - index * 0.25} opacity={0.5 - index * 0.06} />
      ))}
      <path className={styles.drop} d="M0-74c17 23 28 39 28 53a28 28 0 1 1-56 0c0-14 11-30 28-53Z" fill="var(--mantine-color-khoi-6)" opacity="0.85" />
    </svg>
  );
}
