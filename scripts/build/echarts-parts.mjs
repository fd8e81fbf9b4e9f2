/** What charts are drawn with; all of echarts would be more than twice as large. */
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, PieChart, GridSimpleComponent, CanvasRenderer]);

export { init, setPlatformAPI };
