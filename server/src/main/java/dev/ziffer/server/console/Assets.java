package dev.ziffer.server.console;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The addresses of the pages' files, each with its content's hash in it. Public for the templates, which call it {@code assets}. */
@Component
public final class Assets {

    private final ResourceUrlProvider addresses;

    Assets(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    /**
     * The address of a file.
     *
     * @param name its name under the assets' path, such as {@code console.css}
     */
    public String path(String name) {
        String path = addresses.getForLookupPath(ConsoleConfiguration.ASSETS + name);
        if (path == null) {
            throw new IllegalStateException("there is no file " + name);
        }
        return path;
    }
}
