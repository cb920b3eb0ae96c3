import 'talking-points-elements/define';
import { bootstrapApplication } from '@angular/platform-browser';
import { Visit } from './visit';

bootstrapApplication(Visit).catch((error: unknown) => console.error(error));
