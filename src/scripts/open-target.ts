// Opens what is folded around the place that the address names.
import { unfold } from './unfold.ts';

const openTarget = (): void => unfold(document.getElementById(decodeURIComponent(location.hash.slice(1))));
addEventListener('hashchange', openTarget);
openTarget();
