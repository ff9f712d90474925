import { PublicFrame } from '../../layout/Frame.js';
import { PageTitle } from '../../ui/PageTitle.js';
export function HomePage() {
  return <PublicFrame><PageTitle title="x" /></PublicFrame>;
}
