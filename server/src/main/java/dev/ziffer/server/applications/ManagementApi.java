package dev.ziffer.server.applications;

/** The management API as OAuth 2.0 sees it: a resource with one scope. */
final class ManagementApi {

    /** The scope that opens all of it. */
    static final String SCOPE = "all";

    /** Its path below the public URL; the two together are the audience of its tokens. */
    static final String PATH = "/api";

    /** Another name that the token endpoint knows it by, for programs written for Logto's open-source edition. */
    static final String ALIAS = "https://default.logto.app/api";

    private ManagementApi() {}
}
