/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.disdump.camel;

/**
 * What to do if the stream has a task of the request's name already: the option <code>ifExists</code>, in its spelling.
 */
public enum DisDumpIfExists {

    /** The service's error DIS.4355 is the result. */
    fail,

    /** It is a success, whatever the existing task does. */
    ignore,

    /** It is a success if the existing task equals the request, otherwise an error that lists the differing fields. */
    ignoreSame,

    /** The existing task is deleted and a new one created. */
    replace
}
