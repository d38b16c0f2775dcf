// The popup: the triage in a small window.

import { startTriage } from '../triage/app.js';

await startTriage({ form: 'popup' });
